import { may } from "@tuwai/server/access";
import { getFamilyFigures } from "@tuwai/server/aftercare";
import { aftercareTexts } from "#language/aftercare.ts";
import { languageOf } from "#language/language.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import { forUseCase, type Handle, pageMeta } from "#shell";
import { ButtonLink, Page } from "#ui";
import type { Route } from "./+types/figures.page";
import { FiguresCard } from "./figures-card.tsx";

export const headers = () => ({ "Cache-Control": "no-store" });
export const handle: Handle = { access: "aftercare.figures" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(aftercareTexts[languageOf(location.pathname)].figures.heading);

export async function loader({ context }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  return { figures: await getFamilyFigures(app, actor), mayRead: may(actor, "aftercare.read") };
}

export default function FiguresPage({ loaderData: page }: Route.ComponentProps) {
  const t = useTexts(aftercareTexts).figures;
  const to = useLocalPath();
  return (
    <Page
      title={t.heading}
      lead={t.lead}
      narrow
      actions={page.mayRead && <ButtonLink href={to("/pendampingan")}>{t.toFamilies}</ButtonLink>}
    >
      <FiguresCard figures={page.figures} />
    </Page>
  );
}
