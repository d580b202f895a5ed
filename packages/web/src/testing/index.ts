export { searchFor } from "./search-for.ts";
export { openPages, type Pages } from "./open-pages.ts";
