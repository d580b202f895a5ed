import { data, Form, redirect } from "react-router";
import { contactNames, type ContactName, getContacts, setContacts } from "@tuwai/server/settings";
import { contactTexts } from "#language/contacts.ts";
import { languageOf, localPath } from "#language/language.ts";
import { useTexts } from "#language/use-texts.ts";
import {
  flash,
  forgetContacts,
  formText,
  forUseCase,
  OperationField,
  pageMeta,
  readOperationId,
  type Handle,
} from "#shell";
import { Button, ErrorSummary, Page, TextField, type FormErrors } from "#ui";
import type { Route } from "./+types/contacts.page";

export const handle: Handle = { access: "contact.write" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

type Typed = Readonly<Record<ContactName, string>>;

export async function loader({ request, context }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const contacts = await getContacts(app, actor);
  return {
    title: contactTexts[languageOf(new URL(request.url).pathname)].page.title,
    operation: app.newId(),
    numbers: eachName((name) => (contacts[name] ?? "").replace(/^\+62/, "0")),
  };
}

function eachName(of: (name: ContactName) => string): Typed {
  return Object.fromEntries(contactNames.map((name) => [name, of(name)])) as Typed;
}

type Answer = { readonly errors: FormErrors; readonly typed: Typed };

export async function action({ request, context }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const t = contactTexts[language].page;
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const typed = eachName((name) => formText(form, name));
  const answer = await setContacts(app, actor, {
    operationId: readOperationId(form, app),
    contacts: typed,
  });
  if (answer.outcome === "refused") {
    const said = (name: ContactName) => (name.endsWith("Whatsapp") ? t.wrongWhatsapp : t.wrong);
    const errors = Object.fromEntries(answer.names.map((name) => [name, said(name)]));
    return data<Answer>({ errors, typed }, 422);
  }
  forgetContacts(app);
  throw redirect(localPath(language, "/admin/kontak"), { status: 303, headers: flash("ok", t.saved) });
}

export default function ContactsPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(contactTexts);
  const numbers = actionData?.typed ?? page.numbers;
  const errors = actionData?.errors ?? {};
  return (
    <Page title={page.title} lead={t.page.lead} narrow>
      <ErrorSummary errors={actionData?.errors} />
      <Form method="post" className="stack" noValidate>
        <OperationField id={page.operation} />
        <p className="quiet">{t.page.hint}</p>
        {(Object.keys(page.numbers) as ContactName[]).map((name) => (
          <TextField
            key={name}
            name={name}
            label={t.names[name]}
            type="tel"
            defaultValue={numbers[name]}
            error={errors[name]}
          />
        ))}
        <div>
          <Button>{t.page.submit}</Button>
        </div>
      </Form>
    </Page>
  );
}
