export { meaningReader, rememberMeaning } from "./remember-meaning.ts";
export { meaningsFeature } from "./feature.ts";
