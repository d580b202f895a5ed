import type { ReactElement } from "react";
import { useLocation } from "react-router";
import { contributionTexts } from "#language/contributions.ts";
import { uiTexts } from "#language/ui.ts";
import { useTexts } from "#language/use-texts.ts";
import { ButtonLink } from "./button.tsx";
import { Icon } from "./icon.tsx";
import { withQuery } from "./pagination.tsx";

type Props = { readonly page: number; readonly hasNext: boolean };

/** Back and on through a list whose length nobody counts. `?hal=` as everywhere, other filters kept. */
export function PageSteps({ page, hasNext }: Props): ReactElement | null {
  const t = useTexts(uiTexts);
  const c = useTexts(contributionTexts);
  const { pathname, search } = useLocation();
  if (page === 1 && !hasNext) return null;
  const to = (target: number): string =>
    pathname + withQuery(search, { hal: target === 1 ? null : String(target) });
  return (
    <nav className="pages" aria-label={t.pages}>
      {page > 1 && (
        <ButtonLink look="plain" small href={to(page - 1)} rel="prev">
          <Icon name="left" /> {t.previous}
        </ButtonLink>
      )}
      <span>{c.pageNumber(page)}</span>
      {hasNext && (
        <ButtonLink look="plain" small href={to(page + 1)} rel="next">
          {t.next} <Icon name="right" />
        </ButtonLink>
      )}
    </nav>
  );
}
