import { redirect } from "react-router";
import { endMySessions, listMySessions } from "@tuwai/server/accounts";
import { jurisdictionOf } from "@tuwai/server/access";
import type { Actor } from "@tuwai/server/app";
import { getCity, listRegions } from "@tuwai/server/regions";
import { accountTexts } from "#language/accounts.ts";
import { formatNumber } from "#language/format.ts";
import { languageOf, localPath, type Language } from "#language/language.ts";
import { passwordTexts } from "#language/passwords.ts";
import { profileTexts } from "#language/profile.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import { flash, formText, forUseCase, pageMeta, type Handle } from "#shell";
import { ButtonLink, Card, DescriptionList, Page, Tag } from "#ui";
import type { Route } from "./+types/profile.page";
import { MySessions } from "./my-sessions.tsx";

export const handle: Handle = { access: "session.sign_out" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context }: Route.LoaderArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const t = profileTexts[language];
  const [app, actor] = forUseCase(context);
  const regions = await listRegions(app, actor);
  const place = regions.find(({ code }) => code === actor.scope);
  const session = await app.auth.api.getSession({ headers: request.headers });
  return {
    title: t.title,
    name: actor.displayName ?? t.nameless,
    role: accountTexts[language].roles[actor.role],
    area: place?.name ?? areaOf(language, actor, getCity(app.config).name),
    hasSecondFactor: session?.user.twoFactorEnabled === true,
    // Before the second factor is set up nothing else opens.
    sessions:
      actor.lacksSecondFactor === true ? [] : await listMySessions(app, actor, { headers: request.headers }),
  };
}

/** Ends one of the own sessions, or all the others. */
export async function action({ request, context }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const sessionId = formText(await request.formData(), "sesi");
  const which = sessionId === "" ? {} : { sessionId };
  const { ended } = await endMySessions(...forUseCase(context), { headers: request.headers, ...which });
  const said = passwordTexts[language].sessions.ended(formatNumber(language, ended));
  throw redirect(localPath(language, "/profil"), { status: 303, headers: flash("ok", said) });
}

const replacing = "/profil/kode-kedua?lanjut=/profil";

/** Where a role may look that no village or kecamatan bounds. A sponsor's own record is no name to show. */
function areaOf(language: Language, { role, scope }: Actor, city: string): string {
  const t = profileTexts[language];
  const jurisdiction = jurisdictionOf(role);
  if (jurisdiction === "own") return t.own;
  if (scope === undefined) return t.wholeCity(city);
  return jurisdiction === "branch" ? t.branch(scope) : t.office(scope);
}

export default function ProfilePage({ loaderData: page }: Route.ComponentProps) {
  const t = useTexts(profileTexts);
  const p = useTexts(passwordTexts);
  const to = useLocalPath();
  return (
    <Page title={page.title} lead={t.lead} narrow>
      <Card title={t.who}>
        <DescriptionList
          facts={[
            { name: t.name, value: page.name },
            { name: t.role, value: page.role },
            { name: t.area, value: page.area },
          ]}
        />
        <p className="quiet">{t.wrong}</p>
      </Card>
      <Card title={t.security}>
        <div>
          <Tag status={page.hasSecondFactor ? "active" : "waiting"}>{t.secondFactor}</Tag>
        </div>
        <p>{page.hasSecondFactor ? t.on : t.off}</p>
        <div>
          <ButtonLink look="plain" href={to(page.hasSecondFactor ? replacing : "/profil/kode-kedua")}>
            {page.hasSecondFactor ? t.replace : t.setUp}
          </ButtonLink>
        </div>
        <div>
          <ButtonLink look="plain" href={to("/profil/kata-sandi")}>
            {p.change.title}
          </ButtonLink>
        </div>
      </Card>
      {page.sessions.length > 0 && <MySessions sessions={page.sessions} />}
    </Page>
  );
}
