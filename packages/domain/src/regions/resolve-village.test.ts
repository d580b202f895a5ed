import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isVillage } from "./region.ts";
import { isWithin, parseRegionCode, type RegionCode } from "./region-code.ts";
import { pariaman } from "./pariaman.fixture.ts";
import { resolveVillage } from "./resolve-village.ts";

const villages = pariaman.filter(isVillage);
const code = (text: string) => parseRegionCode(text) as RegionCode;

function resolve(text: string, within?: string): string {
  const answer = resolveVillage(text, {
    regions: pariaman,
    ...(within === undefined ? {} : { within: code(within) }),
  });
  if (answer.outcome === "found") return answer.village.name;
  if (answer.outcome === "none") return "none";
  return `ask ${answer.candidates.map((candidate) => candidate.name).join(" | ")}`;
}

describe("resolveVillage", () => {
  it("finds every village of the city by its own name, code, plain code and each alias", () => {
    for (const village of villages) {
      const texts = [village.name, village.code, village.code.replaceAll(".", ""), ...village.aliases];
      for (const text of texts) expect(resolve(text), text).toBe(village.name);
    }
  });

  it("asks about words of several villages that were written together", () => {
    expect(resolve("Kuraitaji")).toBe("ask Balai Kurai Taji | Pauh Kurai Taji | Simpang");
    expect(resolve("Kurai Taji")).toBe(resolve("Kuraitaji"));
  });

  it("never finds a wrong village, however the official name is written", () => {
    const disguises = [
      (name: string) => name.toUpperCase(),
      (name: string) => `Desa ${name}`,
      (name: string) => `  kel. ${name} `,
      (name: string) => name.replace("Kampung", "Kp."),
      (name: string) => name.replace("Sungai", "Sei"),
      (name: string) => name.replace("Jalan", "Jln"),
      (name: string) => name.replaceAll(" ", "-"),
      (name: string) => name.replaceAll(" ", ""),
      (name: string) => name.replace(/ II$/, " 2").replace(/ I$/, " 1"),
      (name: string) => (name.endsWith("II") ? name : name.slice(0, -1)),
      (name: string) => name.slice(1),
    ];
    fc.assert(
      fc.property(fc.constantFrom(...villages), fc.constantFrom(...disguises), (village, disguise) => {
        const answer = resolveVillage(disguise(village.name), { regions: pariaman });
        if (answer.outcome === "found") expect(answer.village.name).toBe(village.name);
      }),
      { numRuns: 1500 },
    );
  });

  it.each([
    ["Kp. Jawa 2", "Kampung Jawa II"],
    ["KAMPUANG JAWA II", "Kampung Jawa II"],
    ["Jln Kereta Api", "Jalan Kereta Api"],
    ["jl. baru", "Jalan Baru"],
    ["Jawi2 I", "Jawi Jawi I"],
    ["Naras 1", "Naras I"],
    ["Desa Naras I, Kec. Pariaman Utara, Kota Pariaman", "Naras I"],
    ["Sei Rambai", "Sungai Rambai"],
    ["Cubadak Aie Utara", "Cubadak Air Utara"],
    ["Pasia Sunua", "Pasir Sunur"],
    ["Tanjuang Sabar", "Tanjung Sabar"],
  ])("understands %s as %s", (text, name) => {
    expect(resolve(text)).toBe(name);
  });

  it.each([
    ["Kampung Baru", "Kampung Baru"],
    ["Kampung Baru Padusunan", "Kampung Baru Padusunan"],
    ["Apar", "Apar"],
    ["Kampung Apar", "Kampung Apar"],
    ["Cubadak Air", "Cubadak Air"],
    ["Pasir", "Pasir"],
    ["Rambai", "Rambai"],
  ])(
    "takes the full name %s at its word, although another village is called nearly the same",
    (text, name) => {
      expect(resolve(text)).toBe(name);
    },
  );

  it.each([
    ["Kp. Baru", "ask Kampung Baru | Kampung Baru Padusunan"],
    ["Padusunan", "ask Kampung Baru Padusunan"],
    ["Cubadak", "ask Cubadak Air Selatan | Cubadak Air Utara | Cubadak Air | Cubadak Mentawai"],
    ["Cubadak Aie", "ask Cubadak Air | Cubadak Air Selatan | Cubadak Air Utara"],
    ["Pauh", "ask Pauh Barat | Pauh Timur | Pauh Kurai Taji"],
    ["Jawi Jawi", "ask Jawi Jawi I | Jawi Jawi II"],
    ["Manggong", "ask Manggung"],
    ["Naras", "ask Naras Hilir | Naras I | Balai Naras"],
  ])("asks when %s may mean more than one village or is misspelt", (text, answer) => {
    expect(resolve(text)).toBe(answer);
  });

  it("asks rather than finds when the name belongs to a village outside, and a longer one is inside", () => {
    const answer = resolveVillage("Kampung Baru", { regions: pariaman, within: code("13.77.04") });
    expect(answer).toMatchObject({
      outcome: "ask",
      candidates: [{ name: "Kampung Baru Padusunan" }],
      elsewhere: [{ name: "Kampung Baru" }],
    });
    expect(resolve("Pasir", "13.77.03")).toBe("ask Pasir Sunur");
    expect(resolve("Apar", "13.77.03")).toBe("ask Kampung Apar");
  });

  it("an abbreviation that is ambiguous in the city is plain inside one kecamatan", () => {
    expect(resolve("Kp. Baru", "13.77.01")).toBe("Kampung Baru");
    expect(resolve("Kp. Baru, Kec. Pariaman Tengah")).toBe("Kampung Baru");
  });

  it("says which village outside the scope was named, so that rows of another village can be told", () => {
    const answer = resolveVillage("Ampalu", { regions: pariaman, within: code("13.77.04.2015") });
    expect(answer).toMatchObject({ outcome: "none", elsewhere: [{ name: "Ampalu" }] });
  });

  it("never answers with a village outside the scope, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom("13.77.01", "13.77.03", "13.77.02.2015"), (text, within) => {
        const answer = resolveVillage(text, { regions: pariaman, within: code(within) });
        const named =
          answer.outcome === "found" ? [answer.village] : answer.outcome === "ask" ? answer.candidates : [];
        expect(named.every((village) => isWithin(village.code, code(within)))).toBe(true);
      }),
    );
  });

  it("finds nothing for text that resembles no village", () => {
    expect(resolve("Bukittinggi")).toBe("none");
    expect(resolve("")).toBe("none");
    expect(resolve("-")).toBe("none");
  });
});
