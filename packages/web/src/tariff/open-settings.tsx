import type { OpenSetting } from "@tuwai/server/contributions";
import type { ReactElement } from "react";
import { contributionTexts } from "#language/contributions.ts";
import { formatNumber, formatRupiah } from "#language/format.ts";
import { tariffTexts } from "#language/tariff.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { wordOf } from "#language/word-of.ts";
import { Card, Disclosure, Table } from "#ui";

/** Who can answer each question. */
const offices: Readonly<Record<OpenSetting["name"], "bpjs" | "city" | "treasury">> = {
  "apbdes-is-apbd": "bpjs",
  "pooled-asn-is-private": "bpjs",
  "pu-village-minimum-wage-rupiah": "bpjs",
  "full-death-benefit-counts": "bpjs",
  "pu-village-lapse": "bpjs",
  "joint-leave-moves-due-day": "bpjs",
  "wadah-for-asn": "bpjs",
  "wadah-for-apbd": "bpjs",
  "wadah-for-apbdes": "bpjs",
  "wadah-for-csr": "bpjs",
  "bpjs-branch": "city",
  "enrolment-wage-base-rupiah": "bpjs",
  "deduction-lock-day": "treasury",
  "registration-age-from": "bpjs",
  "registration-age-below": "bpjs",
};

/** Questions that nobody has answered, with what is reckoned until then. */
export function OpenSettings({ open }: { readonly open: readonly OpenSetting[] }): ReactElement {
  const t = useTexts(tariffTexts).open;
  const marks = useTexts(contributionTexts).marks;
  const say = useSay();
  const language = useLanguage();
  return (
    <Card title={t.title}>
      <p>{open.length === 0 ? t.none : t.lead}</p>
      {open.length > 0 && (
        <Disclosure summary={t.count(formatNumber(language, open.length))}>
          <Table
            caption={t.caption}
            rows={open}
            keyOf={({ name }) => name}
            columns={[
              { key: "question", head: t.question, cell: ({ name }) => t.questions[name] },
              {
                key: "value",
                head: t.value,
                cell: (setting) => (
                  <>
                    {say(setting, setting.value)} ({marks[setting.mark]})
                    {setting.value !== setting.byDefault && (
                      <div className="quiet small">{t.byDefault(say(setting, setting.byDefault))}</div>
                    )}
                  </>
                ),
              },
              { key: "who", head: t.confirmer, cell: ({ name }) => t.offices[offices[name]] },
            ]}
          />
        </Disclosure>
      )}
    </Card>
  );
}

function useSay(): (of: OpenSetting, value: OpenSetting["value"]) => string {
  const t = useTexts(tariffTexts).open;
  const language = useLanguage();
  return ({ name }, value) => {
    if (typeof value === "boolean") return value ? t.yes : t.no;
    if (typeof value === "string") return wordOf(t.values, value);
    if (name.endsWith("-rupiah")) return formatRupiah(language, value);
    return name.endsWith("-day")
      ? t.day(formatNumber(language, value))
      : t.years(formatNumber(language, value));
  };
}
