import { firstStepSources } from "#tasks";
import { readContacts } from "./contacts.ts";

export const contactOutlook = firstStepSources({
  code: "fill-contacts",
  permission: "contact.write",
  urgency: 60,
  isDue: async (step) => (await readContacts(step)).cityPhone === null,
});
