import type { ImportKind } from "@tuwai/domain/intake";
import { importTexts } from "#language/imports.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";

/** An empty list of each kind that the office sends, for those who start from nothing. */
export function TemplateLinks({ kinds }: { readonly kinds: readonly ImportKind[] }) {
  const t = useTexts(importTexts);
  const to = useLocalPath();
  return (
    <section>
      <h2>{t.fresh.template.title}</h2>
      <p className="quiet">{t.fresh.template.lead}</p>
      <ul>
        {kinds.map((kind) => (
          <li key={kind}>
            {t.kinds[kind]}: <a href={to(`/impor/templat/${kind}`)}>{t.fresh.template.workbook}</a>,{" "}
            <a href={to(`/impor/templat/${kind}?bentuk=csv`)}>{t.fresh.template.csv}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
