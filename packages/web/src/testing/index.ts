export { openPages, type Pages } from "./open-pages.ts";
