import { may } from "@tuwai/server/access";
import { AppError } from "@tuwai/server/app";
import { previewPeople } from "@tuwai/server/fulfilment";
import { data, redirect } from "react-router";
import { readYear, VillageTabs, villageTabsOf } from "#commitments";
import { commitmentTexts } from "#language/commitments.ts";
import { formatNumber, formatRupiah } from "#language/format.ts";
import { fulfilmentTexts } from "#language/fulfilment.ts";
import { languageOf, localPath } from "#language/language.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { listOwnVillages } from "#regions";
import { flash, forUseCase, type Handle, OperationField, pageMeta } from "#shell";
import { Button, ButtonLink, Card, EmptyState, ErrorSummary, Page } from "#ui";
import type { Route } from "./+types/people.page";
import { actOnPeople } from "./act-on-people.ts";
import { ChosenTable } from "./chosen-table.tsx";
import { LineTable } from "./line-table.tsx";
import { Runs } from "./runs.tsx";

export const handle: Handle = { access: "village_commitment.people" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const t = fulfilmentTexts[languageOf(pathname)].people;
  const use = forUseCase(context);
  const [app, actor] = use;
  const year = readYear(searchParams, app);
  const village = (await listOwnVillages(...use)).find(({ code }) => code === params.desa);
  if (village === undefined) throw new AppError("not-found");
  const preview = await previewPeople(app, actor, { villageCode: village.code, year });
  return {
    ...preview,
    title: t.title(village.name, String(year)),
    name: village.name,
    tabs: villageTabsOf(actor),
    mayEnrol: may(actor, "village_commitment.enrol"),
    operation: app.newId(),
    undoOperation: app.newId(),
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { pathname, search, searchParams } = new URL(request.url);
  const language = languageOf(pathname);
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const year = readYear(searchParams, app);
  const answer = await actOnPeople(app, actor, { form, language, villageCode: params.desa, year });
  if ("errors" in answer) return data(answer, 422);
  throw redirect(localPath(language, `/anggaran/komitmen/${params.desa}/daftarkan`) + search, {
    status: 303,
    headers: flash("ok", answer.done),
  });
}

export default function PeoplePage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(fulfilmentTexts).people;
  const c = useTexts(commitmentTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const number = (n: number) => formatNumber(language, n);
  const people = page.toEnrol + page.toCount;
  const lead =
    page.lines.length === 0
      ? t.leadNoBudget
      : people === 0
        ? t.leadNobody
        : t.lead(number(people), formatRupiah(language, page.rupiah));
  const home = `/anggaran/komitmen/${page.villageCode}?tahun=${page.year}`;
  return (
    <Page
      title={page.title}
      lead={lead}
      crumbs={[
        { href: to(`/anggaran/komitmen?tahun=${page.year}`), label: c.title },
        { href: to(home), label: page.name },
        { label: t.crumb },
      ]}
    >
      <VillageTabs here="people" village={page.villageCode} year={page.year} tabs={page.tabs} />
      <ErrorSummary errors={actionData?.errors} />
      {page.lines.length === 0 ? (
        <EmptyState title={t.leadNoBudget}>
          <p>{t.noBudgetNext}</p>
          <ButtonLink look="plain" href={to(home)}>
            {c.village.tabs.promise}
          </ButtonLink>
        </EmptyState>
      ) : (
        <>
          {people > 0 && <Confirm page={page} people={people} />}
          <Card title={t.lines}>
            <LineTable lines={page.lines} />
          </Card>
          <ChosenTable page={page} />
        </>
      )}
      <Runs runs={page.runs} mayUndo={page.mayEnrol} operation={page.undoOperation} />
    </Page>
  );
}

type Props = { readonly page: Route.ComponentProps["loaderData"]; readonly people: number };

function Confirm({ page, people }: Props) {
  const t = useTexts(fulfilmentTexts).people.confirm;
  const language = useLanguage();
  const n = formatNumber(language, people);
  if (!page.mayEnrol) return <p className="quiet">{t.notYours}</p>;
  return (
    <Card title={t.title}>
      <form method="post" className="form" noValidate>
        <OperationField id={page.operation} />
        <input type="hidden" name="orang" value={people} />
        <p>{t.lead(n, page.name)}</p>
        <div>
          <Button name="aksi" value="daftarkan">
            {t.button(n)}
          </Button>
        </div>
      </form>
    </Card>
  );
}
