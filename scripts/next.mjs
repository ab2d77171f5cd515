import { runNext } from "./run-next.mjs";

await runNext(process.argv.slice(2));
