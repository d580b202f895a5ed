import { data, Form, redirect } from "react-router";
import { rolesWith } from "@tuwai/server/access";
import { inviteAccount, listAccounts } from "@tuwai/server/accounts";
import { accountAdminTexts } from "#language/account-admin.ts";
import { accountTexts } from "#language/accounts.ts";
import { languageOf, localPath } from "#language/language.ts";
import { useTexts } from "#language/use-texts.ts";
import { wordOf } from "#language/word-of.ts";
import { flash, forUseCase, formText, pageMeta, type Handle } from "#shell";
import { Button, ErrorSummary, Notice, Page, TextField } from "#ui";
import type { Route } from "./+types/invite.page";
import { tell } from "./account-answer.ts";
import { ByMail } from "./by-mail.tsx";
import { InvitationSlip } from "./invitation-slip.tsx";
import { listPlaces, listRoles, readPostForm } from "./place-choices.ts";
import { wordsOfScope } from "./place-words.ts";
import { PostFields } from "./post-fields.tsx";
import { requireProof } from "./require-proof.ts";
import { letterFor } from "./write-letter.ts";

export const handle: Handle = { access: "user.manage" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(accountAdminTexts[languageOf(location.pathname)].form.title);

export async function loader({ request, context }: Route.LoaderArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const use = forUseCase(context);
  requireProof(use[1]);
  const [role] = rolesWith("user.manage");
  const { total } = await listAccounts(...use, { role, state: "active" });
  return {
    roles: listRoles(language),
    places: await listPlaces(...use),
    isAlone: total < 2,
    mayMail: use[0].config.mail !== null,
  };
}

/** The code is in this answer and nowhere else: no address, no cookie, no second look. */
export async function action({ request, context }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const name = formText(form, "nama");
  const email = formText(form, "email");
  const post = readPostForm(form);
  const area = wordsOfScope(await listPlaces(app, actor), post.scope === "" ? null : post.scope);
  const role = wordOf(accountTexts[language].roles, post.role);
  const letter = letterFor({ app, request, form, language }, "invitation", { email, role, area });
  const told = tell(language, await inviteAccount(app, actor, { name, email, ...post, letter }));
  if (told.waits || told.isMailed) {
    const t = accountAdminTexts[language];
    const headers = flash("ok", told.waits ? t.waits : t.mail.posted);
    throw redirect(localPath(language, "/admin/pengguna"), { status: 303, headers });
  }
  const values = Object.fromEntries(
    ["nama", "email", "peran", "wilayah", "kantor", "mulai", "sampai"].map((field) => [
      field,
      formText(form, field),
    ]),
  );
  const answer = { ...told, values, invited: { name, email, role, area } };
  return data(answer, { status: told.code === null ? 422 : 200 });
}

export default function InvitePage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(accountAdminTexts).form;
  if (actionData?.code) return <InvitationSlip invited={actionData.invited} code={actionData.code} />;
  const errors = actionData?.errors;
  const values = actionData?.values;
  return (
    <Page title={t.title} lead={t.lead} narrow>
      <ErrorSummary errors={errors} />
      {page.isAlone && <Notice>{t.alone}</Notice>}
      <Form method="post" className="form" noValidate>
        <TextField
          name="nama"
          label={t.name}
          autoComplete="off"
          required
          defaultValue={values?.["nama"]}
          error={errors?.["nama"]}
        />
        <TextField
          name="email"
          label={t.email}
          hint={t.emailHint}
          type="email"
          autoComplete="off"
          required
          defaultValue={values?.["email"]}
          error={errors?.["email"]}
        />
        <PostFields roles={page.roles} places={page.places} errors={errors} values={values} />
        <ByMail mayMail={page.mayMail} />
        <div>
          <Button>{t.send}</Button>
        </div>
      </Form>
    </Page>
  );
}
