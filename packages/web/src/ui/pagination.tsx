import type { ReactElement } from "react";
import { useLocation } from "react-router";
import { uiTexts } from "#language/ui.ts";
import { useTexts } from "#language/use-texts.ts";
import { ButtonLink } from "./button.tsx";
import { Icon } from "./icon.tsx";
import { withQuery } from "./with-query.ts";

/** Back and on through a list by number in `?hal=`; every other filter stays in the address. */
export function Pagination({
  page,
  pages,
}: {
  readonly page: number;
  readonly pages: number;
}): ReactElement | null {
  const t = useTexts(uiTexts);
  const { pathname, search } = useLocation();
  if (pages <= 1) return null;
  const to = (target: number): string =>
    pathname + withQuery(search, { hal: target === 1 ? null : String(target) });
  return (
    <nav className="pages" aria-label={t.pages}>
      {page > 1 && (
        <ButtonLink look="plain" small href={to(page - 1)} rel="prev">
          <Icon name="left" /> {t.previous}
        </ButtonLink>
      )}
      <span>{t.pageOf(page, pages)}</span>
      {page < pages && (
        <ButtonLink look="plain" small href={to(page + 1)} rel="next">
          {t.next} <Icon name="right" />
        </ButtonLink>
      )}
    </nav>
  );
}
