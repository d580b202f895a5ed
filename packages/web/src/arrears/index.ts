export { arrearsCounts } from "./arrears-counts.ts";
