export { CoverTag } from "./cover-tag.tsx";
