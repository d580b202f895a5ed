import { may, scopeOf } from "@tuwai/server/access";
import { listArrears, tellPayer } from "@tuwai/server/arrears";
import { data, redirect, useLocation } from "react-router";
import { MembershipTabs } from "#enrolment";
import { arrearsTexts } from "#language/arrears.ts";
import { contributionTexts } from "#language/contributions.ts";
import { formatDate, formatNumber, formatRupiah } from "#language/format.ts";
import { languageOf, localPath } from "#language/language.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { listOwnVillages, listVillageNames } from "#regions";
import { flash, formText, forUseCase, type Handle, pageMeta, readOperationId } from "#shell";
import {
  Actions,
  Button,
  ButtonLink,
  Disclosure,
  DownloadForm,
  EmptyState,
  FilterBar,
  LinkChips,
  Page,
  Pagination,
  SelectField,
  withQuery,
} from "#ui";
import type { Route } from "./+types/arrears.page";
import { bucketsOn, filterOf, payers, readArrearsQuery, readBucket, readPayer } from "./arrears-query.ts";
import { ArrearsTable, showRow } from "./arrears-table.tsx";
import { bucketNamer } from "./bucket-name.ts";
import { countBuckets, mostUrgent, payersToTell, sumsOf } from "./board-figures.ts";
import { PayerCards } from "./payer-cards.tsx";

export const handle: Handle = { access: "arrears.read" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const t = arrearsTexts[languageOf(pathname)];
  const use = forUseCase(context);
  const [app, actor] = use;
  const today = app.clock.today();
  const asked = readArrearsQuery(searchParams, today);
  const order = bucketsOn(today);
  const villages = await listVillageNames(...use);
  const names = new Map<string, string>(villages.map(({ code, name }) => [code, name]));
  const filter = filterOf(asked, names);
  const first = await listArrears(...use, { ...filter, page: asked.page });
  const bucket = asked.bucket ?? mostUrgent(first.groups, order);
  const list =
    asked.bucket === undefined ? await listArrears(...use, { ...filter, page: asked.page, bucket }) : first;
  const shown = list.groups.filter((group) => group.bucket === bucket);
  const mayRescue = may(actor, "arrears.rescue");
  return {
    title: t.title,
    query: { ...asked, bucket },
    today: list.today,
    thresholds: list.thresholds,
    digest: list.digest,
    buckets: countBuckets(list.groups, order),
    near: sumsOf(list.groups.filter((group) => Number(group.bucket) <= list.thresholds.urgent)),
    sums: sumsOf(shown),
    payers: payersToTell(bucket === "ended" ? [] : shown).map((payer) => ({
      ...payer,
      village: payer.villageCode === null ? null : (names.get(payer.villageCode) ?? payer.villageCode),
      operation: mayRescue && payer.untold > 0 ? app.newId() : null,
    })),
    rows: list.rows.map((row) => showRow(row, list.today, names)),
    page: list.page,
    pages: list.pages,
    villages: scopeOf(actor, "arrears.read") === "V" ? [] : await listOwnVillages(...use),
    mayMatch: may(actor, "pledge.match"),
    mayRescue,
    mayExport: may(actor, "arrears.export"),
    seesRescues: may(actor, "arrears.rescue.read"),
    seesOfficers: may(actor, "officer.list"),
  };
}

/** The only thing done here: a person says that a payer has been told. */
export async function action({ request, context }: Route.ActionArgs) {
  const { pathname, search } = new URL(request.url);
  const language = languageOf(pathname);
  const t = arrearsTexts[language].messages;
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const operationId = readOperationId(form, app);
  const fundSource = readPayer(formText(form, "sumber"));
  const bucket = readBucket(formText(form, "batas"), app.clock.today());
  const villageCode = formText(form, "desa");
  if (fundSource === undefined || bucket === undefined) return data({ error: t.unclear }, 422);
  const told = await tellPayer(app, actor, {
    operationId,
    fundSource,
    bucket,
    ...(villageCode === "" ? {} : { villageCode }),
  });
  const headers =
    told.outcome === "told"
      ? flash("ok", t.told(formatNumber(language, told.workers)))
      : flash("warn", t.nothingOpen);
  throw redirect(localPath(language, "/kepesertaan/tunggakan") + search, { status: 303, headers });
}

export default function ArrearsPage({ loaderData: page }: Route.ComponentProps) {
  const t = useTexts(arrearsTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const { pathname, search } = useLocation();
  const number = (n: number) => formatNumber(language, n);
  const { near, sums, query } = page;
  const toTell = page.payers.filter(({ operation }) => operation !== null);
  const { urgent } = page.thresholds;
  const nameOf = bucketNamer(t, page.thresholds.days);
  const chip = (bucket: string) => pathname + withQuery(search, { batas: bucket, hal: null });
  return (
    <Page
      title={
        near.workers === 0 ? t.noFinding(number(urgent)) : t.finding(number(near.workers), number(urgent))
      }
      lead={near.workers === 0 ? t.noFindingNext : <NearLead page={page} />}
      actions={
        page.mayMatch && sums.payerEnded > 0 && query.bucket !== "ended" ? (
          <ButtonLink href={to("/sponsor")}>{t.findPayer(number(sums.payerEnded))}</ButtonLink>
        ) : toTell.length > 0 ? (
          <ButtonLink href="#pesan">{t.tellPayers(number(toTell.length))}</ButtonLink>
        ) : undefined
      }
    >
      <MembershipTabs here="arrears" seesArrears seesOfficers={page.seesOfficers} />
      <LinkChips
        label={t.buckets}
        choices={page.buckets.map(({ bucket, workers }) => ({
          href: chip(bucket),
          label: t.bucketCount(nameOf(bucket), number(workers)),
          current: query.bucket === bucket,
        }))}
      />
      <Filters page={page} />
      {page.rows.length === 0 ? (
        <EmptyState title={t.none}>
          <p>{t.noneNext}</p>
        </EmptyState>
      ) : (
        <Board page={page} />
      )}
      <Pagination page={page.page} pages={page.pages} />
      {page.mayExport && page.rows.length > 0 && (
        <DownloadForm action={to("/kepesertaan/tunggakan/berkas") + search} says={t.fileSays} />
      )}
      <PayerCards payers={page.payers} bucket={query.bucket} />
      <Disclosure summary={t.howTitle}>
        <p>{t.howDays}</p>
        <p>{t.howMoney}</p>
        <p>{t.howCauses}</p>
        {page.mayRescue && (
          <p>
            {t.howDigest}{" "}
            {page.digest !== null &&
              t.lastDigest(formatDate(language, page.digest.week), t.digestStates[page.digest.state])}
          </p>
        )}
        <p>
          {t.howThresholds(
            page.thresholds.days.map(number).join(", "),
            formatDate(language, page.thresholds.from),
          )}
        </p>
      </Disclosure>
    </Page>
  );
}

type PageData = { readonly page: Route.ComponentProps["loaderData"] };

function NearLead({ page: { near } }: PageData) {
  const t = useTexts(arrearsTexts);
  const language = useLanguage();
  const rupiah = (amount: number) => formatRupiah(language, amount);
  return [
    ...(near.rescued === 0 ? [] : [t.leadRescued(formatNumber(language, near.rescued))]),
    near.arrearsRupiah === 0 ? t.leadNobodyPays : t.lead(rupiah(near.arrearsRupiah)),
    ...(near.withoutPrice === 0 ? [] : [t.withoutPrice(formatNumber(language, near.withoutPrice))]),
    t.leadStake(rupiah(near.naturalRupiah)),
  ].join(" ");
}

/** The people, each to be chosen by whoever may rescue; one button for all that are chosen, and one for all of the list. */
function Board({ page }: PageData) {
  const t = useTexts(arrearsTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const { search } = useLocation();
  const table = (
    <ArrearsTable
      rows={page.rows}
      caption={t.caption(formatDate(language, page.today))}
      mayChoose={page.mayRescue}
      seesRescues={page.seesRescues}
    />
  );
  const links = page.seesRescues && (
    <ButtonLink look="plain" small href={to("/kepesertaan/tunggakan/penyelamatan")}>
      {t.rescues}
    </ButtonLink>
  );
  if (!page.mayRescue)
    return (
      <>
        {table}
        {links && <Actions>{links}</Actions>}
      </>
    );
  return (
    <form method="post" action={to("/kepesertaan/tunggakan/selamatkan") + search} className="stack">
      {table}
      <Actions>
        <Button look="plain" name="aksi" value="pilih">
          {t.rescueChosen}
        </Button>
        <Button look="plain" name="aksi" value="semua">
          {t.rescueAll(formatNumber(language, page.sums.workers))}
        </Button>
        {links}
      </Actions>
    </form>
  );
}

function Filters({ page: { query, villages } }: PageData) {
  const t = useTexts(arrearsTexts);
  const sources = useTexts(contributionTexts).fundSources;
  const to = useLocalPath();
  const here = to("/kepesertaan/tunggakan");
  const isFiltered = query.village !== "" || query.payer !== undefined || query.cause !== undefined;
  return (
    <Disclosure summary={t.filter} isOpen={isFiltered}>
      <FilterBar action={here} keep={{ batas: query.bucket }} clearHref={isFiltered ? here : undefined}>
        {villages.length > 0 && (
          <SelectField
            name="desa"
            label={t.village}
            defaultValue={query.village}
            options={[
              { value: "", label: t.all },
              ...villages.map(({ code, name }) => ({ value: code, label: name })),
            ]}
          />
        )}
        <SelectField
          name="penanggung"
          label={t.payer}
          defaultValue={query.payer ?? ""}
          options={[
            { value: "", label: t.all },
            ...payers.map((payer) => ({
              value: payer,
              label: payer === "nobody" ? t.nobody : sources[payer],
            })),
          ]}
        />
        <SelectField
          name="sebab"
          label={t.cause}
          defaultValue={query.cause ?? ""}
          options={[
            { value: "", label: t.all },
            ...(["payer-ended", "underpaid", "not-received"] as const).map((cause) => ({
              value: cause,
              label: t.causes[cause],
            })),
          ]}
        />
      </FilterBar>
    </Disclosure>
  );
}
