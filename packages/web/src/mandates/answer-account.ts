import type { Actor, App } from "@tuwai/server/app";
import { decideReceiving, proposeReceivingAccount } from "@tuwai/server/mandates";
import { requireProof } from "#accounts";
import type { Language } from "#language/language.ts";
import { mandateTexts } from "#language/mandates.ts";
import { formText, readOperationId } from "#shell";
import type { FormErrors } from "#ui";
import { fieldNames } from "./field-names.ts";

type Typed = { readonly holder: string; readonly bank: string; readonly number: string };

export type AccountAnswer =
  | { readonly says: string }
  | { readonly errors: FormErrors; readonly typed: Typed };

/** What the two forms of the page ask for: another account, or a word on the one that waits. */
export async function answerAccount(
  app: App,
  actor: Actor,
  form: FormData,
  language: Language,
): Promise<AccountAnswer> {
  const t = mandateTexts[language].accounts;
  const operationId = readOperationId(form, app);
  const receivingAccountId = formText(form, "usulan");
  if (receivingAccountId !== "") {
    requireProof(actor);
    const verdict = formText(form, "putusan") === "setuju" ? "approve" : "refuse";
    const { outcome } = await decideReceiving(app, actor, { operationId, receivingAccountId, verdict });
    return { says: outcome === "approved" ? t.approved : t.refused };
  }
  const typed = {
    holder: formText(form, fieldNames.holder),
    bank: formText(form, fieldNames.bank),
    number: formText(form, fieldNames.number),
  };
  const answer = await proposeReceivingAccount(app, actor, { operationId, account: typed });
  if (answer.outcome === "proposed") return { says: t.proposedNow };
  if (answer.outcome === "another-waits") return { errors: { "": t.anotherWaits }, typed };
  return { errors: Object.fromEntries(answer.wrong.map((part) => [fieldNames[part], t.wrong[part]])), typed };
}
