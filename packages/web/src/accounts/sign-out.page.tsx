import { Form, redirect } from "react-router";
import { signOut } from "@tuwai/server/accounts";
import { accountTexts } from "#language/accounts.ts";
import { languageOf, localPath } from "#language/language.ts";
import { useTexts } from "#language/use-texts.ts";
import { actorContext, appContext, flash, pageMeta, type Handle } from "#shell";
import { Button, Page } from "#ui";
import type { Route } from "./+types/sign-out.page";
import { withCookies } from "./with-cookies.ts";

export const handle: Handle = { access: "public" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(accountTexts[languageOf(location.pathname)].signOutTitle);

export function loader({ request, context }: Route.LoaderArgs) {
  const actor = context.get(actorContext);
  const language = languageOf(new URL(request.url).pathname);
  if (actor === null) throw redirect(localPath(language, "/"));
  return { name: actor.displayName ?? accountTexts[language].roles[actor.role] };
}

export async function action({ request, context }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const { cookies } = await signOut(context.get(appContext), request.headers);
  const headers = withCookies([...cookies, flash("ok", accountTexts[language].signedOut)["Set-Cookie"]]);
  // What this browser keeps of the pages goes too (ASVS 5.0, 14.3.1); the cookies are cleared one by one above.
  headers.set("Clear-Site-Data", '"cache", "storage"');
  throw redirect(localPath(language, "/"), { status: 303, headers });
}

export default function SignOutPage({ loaderData }: Route.ComponentProps) {
  const t = useTexts(accountTexts);
  return (
    <Page title={t.signOutTitle} lead={t.signOutLead(loaderData.name)} narrow>
      <Form method="post">
        <Button>{t.signOut}</Button>
      </Form>
    </Page>
  );
}
