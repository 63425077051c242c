/** The store: what is for sale, and for merchants the form to offer more. */
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import { useChain } from '../../ui/chain.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { useMerchant } from '../merchant/useMerchant.ts';
import { OfferForm } from './OfferForm.tsx';
import { OrderForm } from './OrderForm.tsx';
import { ProductTools } from './ProductTools.tsx';
import { showPrice } from './price.ts';
import { type Product, useProducts } from './useProducts.ts';

const isLink = (uri: string): boolean => /^https?:\/\//.test(uri);

const Item = ({ product }: { product: Product }): ReactNode => {
	const { t } = useTexts();
	const { account } = useChain();
	const { merchant, price, stock, paused, terms } = product.product;
	const own = account?.address === merchant;
	return (
		<li className="panel" data-product={String(product.id)}>
			<h2>
				{product.title} {paused && <Tag kind="notice">{t('store.paused')}</Tag>}
			</h2>
			<p>
				<strong>{showPrice(price, product.paidWith)}</strong>
				<br />
				{stock === undefined ? t('store.unlimited') : t('store.stock', { stock })}
				<br />
				{t('store.windows', { delivery: terms.delivery, returns: terms.returns })}
				<br />
				<small>{t('store.by', { merchant })}</small>
				{isLink(product.uri) && (
					<>
						<br />
						<a href={product.uri} target="_blank" rel="noreferrer noopener">
							{t('store.more')}
						</a>
					</>
				)}
			</p>
			{account !== undefined && (own ? <ProductTools product={product} /> : <OrderForm product={product} />)}
		</li>
	);
};

const Store = (): ReactNode => {
	const { t } = useTexts();
	const { account } = useChain();
	const products = useProducts();
	const merchant = useMerchant();
	return (
		<>
			<h1>{t('store.title')}</h1>
			{account === undefined && <p>{t('account.choose')}</p>}
			{products === undefined ? (
				<p>{t('app.loading')}</p>
			) : products.length === 0 ? (
				<p>{t('store.none')}</p>
			) : (
				<ul className="cards">
					{products.map((product) => (
						<Item key={`${account?.address} ${product.id}`} product={product} />
					))}
				</ul>
			)}
			{merchant && <OfferForm key={account?.address} classes={merchant.classes} />}
		</>
	);
};

export default Store;
