// SPDX-License-Identifier: Apache-2.0
//
// Builds the pages: node build.mjs FOLDER [--check]. Does nothing where nothing changed since the last time.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const home = dirname(fileURLToPath(import.meta.url));
const [folder, ...options] = process.argv.slice(2);
const check = options.includes("--check");
const inputs = ["package.json", "package-lock.json", "tsconfig.json", "build.mjs", "index.html"].concat(
  readdirSync(join(home, "src"), { recursive: true })
    .map((name) => join("src", name))
    .filter((name) => /\.(tsx?|css)$/.test(name))
    .sort(),
);

function sum(names) {
  const hash = createHash("sha256");
  for (const name of names) {
    hash.update(name).update(readFileSync(join(home, name)));
  }
  return hash.digest("hex").slice(0, 16);
}

function kept(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

// The libraries, where the lock file says others than are there.
function install() {
  const stamp = join(home, "node_modules", ".ringmaster");
  const wanted = sum(["package.json", "package-lock.json"]);
  if (kept(stamp) !== wanted) {
    execFileSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], {
      cwd: home,
      stdio: ["ignore", "ignore", "inherit"],
    });
    writeFileSync(stamp, wanted);
  }
}

async function bundle() {
  const { build } = await import("esbuild");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const made = await build({
    absWorkingDir: home,
    entryPoints: { app: "src/main.tsx", style: "src/style.css" },
    entryNames: "assets/[name]-[hash]",
    outdir: folder,
    bundle: true,
    format: "esm",
    target: "es2022",
    jsx: "automatic",
    jsxImportSource: "preact",
    minify: true,
    legalComments: "none",
    metafile: true,
    logLevel: "warning",
  });
  const assets = Object.keys(made.metafile.outputs).map((name) => "assets/" + basename(name));
  const named = (end) => "/" + assets.find((name) => name.endsWith(end));
  const page = readFileSync(join(home, "index.html"), "utf8")
    .replace("{{script}}", named(".js"))
    .replace("{{style}}", named(".css"));
  writeFileSync(join(folder, "index.html"), page);
  writeFileSync(join(folder, "files.txt"), ["index.html", ...assets].join("\n"));
}

const stamp = join(dirname(folder), "." + basename(folder));
const wanted = sum(inputs) + (check ? " checked" : "");
if (!kept(stamp).startsWith(wanted) || !existsSync(join(folder, "files.txt"))) {
  try {
    install();
    if (check) {
      const compiler = join(home, "node_modules/typescript/bin/tsc");
      execFileSync(process.execPath, [compiler, "--noEmit"], { cwd: home, stdio: "inherit" });
    }
    await bundle();
    writeFileSync(stamp, wanted);
  } catch (failure) {
    console.error("The pages cannot be built: " + failure.message);
    process.exitCode = 1;
  }
}
