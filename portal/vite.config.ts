import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	plugins: [react()],
	// Served from any folder.
	base: './',
	build: { target: 'es2023', chunkSizeWarningLimit: 1000 },
	test: { include: ['test/**/*.test.ts'] },
});
