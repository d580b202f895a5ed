export { drawVillages, type Drawing, type Shape } from "./draw-villages.ts";
