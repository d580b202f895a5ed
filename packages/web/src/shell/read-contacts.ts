import { type App, publicActor } from "@tuwai/server/app";
import { type Contacts, getContacts } from "@tuwai/server/settings";

type Kept = { readonly contacts: Contacts; readonly at: number };

const lastGood = new WeakMap<App, Kept>();
const keptMillis = 30_000;

/** Every page shows them, so they are read twice a minute, and stay as they were while the database is away. */
export async function readContacts(app: App): Promise<Contacts | null> {
  const kept = lastGood.get(app);
  const now = app.clock.now().getTime();
  if (kept && Math.abs(now - kept.at) < keptMillis) return kept.contacts;
  try {
    const contacts = await getContacts(app, publicActor(app.config.regionCode));
    lastGood.set(app, { contacts, at: now });
    return contacts;
  } catch {
    return kept?.contacts ?? null;
  }
}

/** After a change the next page of this process reads them anew. */
export function forgetContacts(app: App): void {
  lastGood.delete(app);
}
