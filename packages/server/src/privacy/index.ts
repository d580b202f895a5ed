export { giveConsents } from "./give-consents.ts";
export { restoreConsentsOf, withdrawConsent, withdrawConsentsOf } from "./withdraw-consent.ts";
export { listWithdrawn, listWithoutConsent, moveConsents } from "./consent.store.ts";
export { privacyFeature } from "./feature.ts";
