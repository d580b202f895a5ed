export { giveConsents } from "./give-consents.ts";
export { withdrawConsent } from "./withdraw-consent.ts";
export { listWithoutConsent } from "./consent.store.ts";
export { privacyFeature } from "./feature.ts";
