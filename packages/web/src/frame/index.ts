export { Mark } from "./mark.tsx";
export { menuFor } from "./work-menu.ts";
