import { data, redirect } from "react-router";
import {
  endAccount,
  endAccountSessions,
  endRole,
  getAccount,
  grantRole,
  replaceAccount,
  resetAccount,
  type WriteLetter,
} from "@tuwai/server/accounts";
import type { Actor, App } from "@tuwai/server/app";
import { accountAdminTexts } from "#language/account-admin.ts";
import { accountTexts } from "#language/accounts.ts";
import { formatNumber } from "#language/format.ts";
import { languageOf, localPath, type Language } from "#language/language.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import { flash, forUseCase, formText, pageMeta, type Handle } from "#shell";
import { ButtonLink, ErrorSummary, Notice, Page } from "#ui";
import type { Route } from "./+types/account.page";
import { tell, type Told } from "./account-answer.ts";
import { AccountFacts, AccountForms } from "./account-parts.tsx";
import { InvitationSlip } from "./invitation-slip.tsx";
import { listPlaces, listRoles, readPostForm } from "./place-choices.ts";
import { wordsOfScope } from "./place-words.ts";
import { letterFor } from "./write-letter.ts";
import { requireProof } from "./require-proof.ts";

export const handle: Handle = { access: "user.manage" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.account.name);

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const use = forUseCase(context);
  const { pathname, searchParams } = new URL(request.url);
  // Changing asks for a proof first, so that nobody loses what was typed to the question.
  const changes = searchParams.has("ubah");
  if (changes) requireProof(use[1]);
  const account = await getAccount(...use, { accountId: params.id });
  const places = await listPlaces(...use);
  const mayMail = use[0].config.mail !== null;
  return { account, places, changes, mayMail, roles: listRoles(languageOf(pathname)) };
}

type Did = {
  readonly told: Told;
  readonly done: string;
  readonly as?: { readonly name: string; readonly email: string };
};

/** One form each, told apart by its button. */
async function act(
  app: App,
  actor: Actor,
  form: FormData,
  of: {
    accountId: string;
    language: Language;
    letter: (purpose: "invitation" | "reset", email?: string) => WriteLetter | undefined;
  },
): Promise<Did> {
  const { accountId, language, letter } = of;
  const t = accountAdminTexts[language].account;
  const say = async (answer: Parameters<typeof tell>[1], done: string) => ({
    told: tell(language, answer),
    done,
  });
  switch (formText(form, "tindakan")) {
    case "peran":
      return say(await grantRole(app, actor, { accountId, ...readPostForm(form) }), t.granted);
    case "akhiri-peran":
      return say(await endRole(app, actor, { accountId, postId: formText(form, "jabatan") }), t.postEnded);
    case "ganti": {
      const as = { name: formText(form, "nama"), email: formText(form, "email") };
      return {
        ...(await say(
          await replaceAccount(app, actor, { accountId, ...as, letter: letter("invitation", as.email) }),
          t.endedNow,
        )),
        as,
      };
    }
    case "kode": {
      const dropsSecondFactor = formText(form, "hp") === "hilang";
      return say(
        await resetAccount(app, actor, { accountId, dropsSecondFactor, letter: letter("reset") }),
        "",
      );
    }
    case "akhiri":
      return say(await endAccount(app, actor, { accountId, reason: formText(form, "sebab") }), t.endedNow);
    default: {
      const { ended } = await endAccountSessions(app, actor, { accountId });
      return {
        told: { errors: {}, code: null, waits: false, isMailed: false },
        done: t.sessionsEnded(formatNumber(language, ended)),
      };
    }
  }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const [app, actor] = forUseCase(context);
  const accountId = params.id;
  const before = await getAccount(app, actor, { accountId });
  const form = await request.formData();
  const { role, scope } = before;
  const area = wordsOfScope(await listPlaces(app, actor), scope);
  const words = role === null ? null : accountTexts[language].roles[role];
  const asked = { app, request, form, language };
  const { told, done, as } = await act(app, actor, form, {
    accountId,
    language,
    letter: (purpose, email = before.email) => letterFor(asked, purpose, { email, role: words, area }),
  });
  if (told.code !== null) {
    const { name, email } = { ...before, ...as };
    return data({ ...told, invited: { name, email, role: words, area } });
  }
  if (Object.keys(told.errors).length > 0) return data({ ...told, invited: null }, { status: 422 });
  const t = accountAdminTexts[language];
  const said = told.waits ? t.waits : told.isMailed ? t.mail.posted : done;
  throw redirect(localPath(language, `/admin/pengguna/${accountId}`), {
    status: 303,
    headers: flash("ok", said),
  });
}

export default function AccountPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(accountAdminTexts);
  const to = useLocalPath();
  const { account } = page;
  const mayChange = !account.isOwn && account.state !== "ended";
  if (actionData?.code && actionData.invited)
    return <InvitationSlip invited={actionData.invited} code={actionData.code} />;
  return (
    <Page title={account.name} narrow>
      <ErrorSummary errors={actionData?.errors} />
      {account.isOwn && <Notice>{t.account.own}</Notice>}
      {account.waiting.length > 0 && <Notice tone="warn">{t.account.waiting}</Notice>}
      <AccountFacts account={account} places={page.places} changes={page.changes} />
      {mayChange && !page.changes && (
        <div>
          <ButtonLink href={to(`/admin/pengguna/${account.accountId}?ubah=1`)}>{t.account.change}</ButtonLink>
        </div>
      )}
      {mayChange && page.changes && (
        <AccountForms
          account={account}
          places={page.places}
          roles={page.roles}
          mayMail={page.mayMail}
          errors={actionData?.errors}
        />
      )}
    </Page>
  );
}
