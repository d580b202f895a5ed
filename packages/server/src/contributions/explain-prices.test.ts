import { defaultPriceSettings } from "@tuwai/domain/contributions";
import { month } from "@tuwai/domain/time";
import { describe, expect, it } from "vitest";
import { defaultEnrolmentSettings } from "./enrolment-settings.ts";
import { explainPrices } from "./explain-prices.ts";
import { priceFor, type Pricing } from "./read-pricing.ts";

const usual: Pricing = { price: defaultPriceSettings, enrolment: defaultEnrolmentSettings };
const higher: Pricing = {
  ...usual,
  enrolment: { ...usual.enrolment, "enrolment-wage-base-rupiah": { value: 1_200_000, confirmed: true } },
};
const november = month("2026-11");

describe("the rule behind a sponsor's price", () => {
  it.each([usual, higher])("adds up to what is charged, whatever base the city reports", (pricing) => {
    for (const { sector, month: of, parts } of explainPrices(pricing, november)) {
      const charged = priceFor(pricing, { fundSource: "asn", sector, month: of });
      expect(charged).toMatchObject({
        price: { total: parts.reduce((sum, { rupiah }) => sum + rupiah, 0) },
      });
    }
    expect(explainPrices(pricing, november).map(({ sector }) => sector)).toEqual(["other", "transport"]);
  });

  it("names each instrument once, and says nothing of a month no law covers", () => {
    const [other] = explainPrices(usual, november);
    expect(other!.parts.map(({ programme, rupiah, fullRupiah }) => [programme, rupiah, fullRupiah])).toEqual([
      ["jkk", 5_000, 10_000],
      ["jkm", 3_400, 6_800],
    ]);
    const named = other!.sources.map(({ instrument, article }) => `${instrument} ${article}`);
    expect(new Set(named).size).toBe(named.length);
    expect(explainPrices(usual, month("2029-01"))).toEqual([]);
  });
});
