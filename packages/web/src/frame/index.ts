export { menuFor } from "./work-menu.ts";
