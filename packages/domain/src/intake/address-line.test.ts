import { expect, it } from "vitest";
import { addressLine } from "./address-line.ts";

it.each([
  [{ address: "Jl. Melati 5", rt: "001", rw: "002" }, "Jl. Melati 5, RT 001, RW 002"],
  [{ address: "Jl. Melati 5 RT 001/002", rt: "001", rw: "002" }, "Jl. Melati 5 RT 001/002"],
  [{ address: "Jl. Melati 5 RT.1 RW.2", rt: "001", rw: "002" }, "Jl. Melati 5 RT.1 RW.2"],
  [{ address: "Dusun Tengah RT/RW 01/02", rt: "1", rw: "2" }, "Dusun Tengah RT/RW 01/02"],
  [{ address: "Jl. Melati 5 RT01", rt: "001", rw: "002" }, "Jl. Melati 5 RT01, RW 002"],
  [{ hamlet: "RT 01 RW 02", rt: "01", rw: "02" }, "RT 01 RW 02"],
  [
    { address: "Dusun Tengah, Jl. Melati", hamlet: "dusun tengah", rt: "3" },
    "Dusun Tengah, Jl. Melati, RT 3",
  ],
  [{ address: "Jl. Melati 5", rt: "RT 03", rw: "RW. 1" }, "Jl. Melati 5, RT 03, RW 1"],
  [{ address: "Jl. Sungai Rotan 5", hamlet: "", rt: "", rw: undefined }, "Jl. Sungai Rotan 5"],
  [{ rt: "", address: " " }, null],
])("an address says each of its parts once: %j", (values, line) => {
  expect(addressLine(values as object)).toBe(line);
});

it("another RT than the address names is not lost", () => {
  expect(addressLine({ address: "Jl. Melati RT 1", rt: "2" })).toBe("Jl. Melati RT 1, RT 2");
});
