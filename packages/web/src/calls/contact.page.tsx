import { type ContactField, getVillageContact, tellVillageContact } from "@tuwai/server/calls";
import { AppError } from "@tuwai/server/app";
import { jakartaDate } from "@tuwai/domain/time";
import { data, Form, redirect } from "react-router";
import { accountTexts } from "#language/accounts.ts";
import { callTexts } from "#language/calls.ts";
import { formatDate } from "#language/format.ts";
import { languageOf, localPath } from "#language/language.ts";
import { useTexts } from "#language/use-texts.ts";
import { villageNamer } from "#regions";
import { flash, formText, forUseCase, type Handle, OperationField, pageMeta, readOperationId } from "#shell";
import { Button, ErrorSummary, type FormErrors, Page, TextField } from "#ui";
import type { Route } from "./+types/contact.page";

export const handle: Handle = { access: "village_contact.write" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

const fields = ["phone", "whatsapp"] as const;
type Typed = Readonly<Record<ContactField, string>>;

/** As it is dialled within the country. */
const spelt = (number: string | null | undefined) => (number ?? "").replace(/^\+62/, "0");

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const t = callTexts[language].contact;
  const [app, actor] = forUseCase(context);
  const villageCode = params.desa;
  const contact = await getVillageContact(app, actor, { villageCode });
  const name = (await villageNamer(app, actor))(villageCode);
  if (name === undefined) throw new AppError("not-found");
  return {
    title: t.title(name),
    operation: app.newId(),
    told:
      contact === null
        ? null
        : t.told(
            accountTexts[language].roles[contact.toldRole],
            formatDate(language, jakartaDate(contact.toldAt.getTime())),
          ),
    numbers: { phone: spelt(contact?.phone), whatsapp: spelt(contact?.whatsapp) },
  };
}

type Answer = { readonly errors: FormErrors; readonly typed: Typed };

export async function action({ request, context, params }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const t = callTexts[language].contact;
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const typed = { phone: formText(form, "phone"), whatsapp: formText(form, "whatsapp") };
  const operationId = readOperationId(form, app);
  const answer = await tellVillageContact(app, actor, { operationId, villageCode: params.desa, ...typed });
  if (answer.outcome === "refused") {
    const said = { phone: t.wrongPhone, whatsapp: t.wrongWhatsapp };
    const errors = Object.fromEntries(answer.fields.map((field) => [field, said[field]]));
    return data<Answer>({ errors, typed }, 422);
  }
  throw redirect(localPath(language, "/kerja"), { status: 303, headers: flash("ok", t.saved) });
}

export default function ContactPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(callTexts).contact;
  const numbers = actionData?.typed ?? page.numbers;
  const errors = actionData?.errors ?? {};
  return (
    <Page title={page.title} lead={t.lead} narrow>
      <ErrorSummary errors={actionData?.errors} />
      <Form method="post" className="stack" noValidate>
        <OperationField id={page.operation} />
        {fields.map((name) => (
          <TextField
            key={name}
            name={name}
            label={t[name]}
            hint={t.hint}
            type="tel"
            autoComplete="off"
            defaultValue={numbers[name]}
            error={errors[name]}
          />
        ))}
        <div>
          <Button>{t.submit}</Button>
        </div>
        {page.told !== null && <p className="quiet small">{page.told}</p>}
      </Form>
    </Page>
  );
}
