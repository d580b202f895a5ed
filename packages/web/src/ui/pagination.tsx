import type { ReactElement } from "react";
import { useLocation } from "react-router";
import { uiTexts } from "#language/ui.ts";
import { useTexts } from "#language/use-texts.ts";
import { ButtonLink } from "./button.tsx";
import { Icon } from "./icon.tsx";
import { withQuery } from "./with-query.ts";

/** A counted list says how many pages it has, one whose length nobody counts only whether it goes on. */
type Props = { readonly page: number } & ({ readonly pages: number } | { readonly hasNext: boolean });

/** Back and on through a list by number in `?hal=`; every other filter stays in the address. */
export function Pagination(props: Props): ReactElement | null {
  const t = useTexts(uiTexts);
  const { pathname, search } = useLocation();
  const { page } = props;
  const hasNext = "pages" in props ? page < props.pages : props.hasNext;
  if (!hasNext && ("pages" in props ? props.pages <= 1 : page === 1)) return null;
  const to = (target: number): string =>
    pathname + withQuery(search, { hal: target === 1 ? null : String(target) });
  return (
    <nav className="pages" aria-label={t.pages}>
      {page > 1 && (
        <ButtonLink look="plain" small href={to(page - 1)} rel="prev">
          <Icon name="left" /> {t.previous}
        </ButtonLink>
      )}
      <span>{"pages" in props ? t.pageOf(page, props.pages) : t.pageNumber(page)}</span>
      {hasNext && (
        <ButtonLink look="plain" small href={to(page + 1)} rel="next">
          {t.next} <Icon name="right" />
        </ButtonLink>
      )}
    </nav>
  );
}
