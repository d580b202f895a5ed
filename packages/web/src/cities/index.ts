export { getCity, type City } from "./city.ts";
export { drawVillages, type Drawing, type Shape } from "./draw-villages.ts";
