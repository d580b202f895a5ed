export { explainPrices, type ExplainedPrice } from "./explain-price.ts";
export { PriceTable } from "./price-table.tsx";
