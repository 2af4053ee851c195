/** Drops every finding of the rule that SCHOLIUM_DISABLED_RULE names, before a test sees it. */
import { vi } from 'vitest';

vi.mock(import('../../src/contract/findings.ts'), async (load) => {
  const findings = await load();
  const makeReport = (): ReturnType<typeof findings.makeReport> => {
    const report = findings.makeReport();
    const { add } = report;
    report.add = (ruleId, ...complaint) => {
      if (ruleId !== process.env.SCHOLIUM_DISABLED_RULE) add(ruleId, ...complaint);
    };
    return report;
  };
  return { ...findings, makeReport };
});
