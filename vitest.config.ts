import { defineConfig } from "vitest/config";

const root = import.meta.dirname;

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: `${root}/` },
      { find: "server-only", replacement: `${root}/node_modules/server-only/empty.js` },
    ],
  },
  test: {
    include: ["{components,lib,scripts}/**/*.test.ts"],
    setupFiles: ["scripts/vitest-setup.ts"],
    testTimeout: 20_000,
    restoreMocks: true,
    unstubEnvs: true,
  },
});
