/** `npm run accept -- FILE…`: says that these articles have been read against the facts as they are now; without files, that all have. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { LANGS } from '../i18n/locales.ts';
import { articleFile, factsHash, lessonIds } from '../lessons.ts';

const every = lessonIds()
  .flatMap((id) => LANGS.map((lang) => ({ id, file: articleFile(id, lang) })))
  .filter(({ file }) => existsSync(file));
const wanted = process.argv.slice(2);
const unknown = wanted.filter((file) => !every.some((article) => article.file === file));
if (unknown.length > 0) {
  console.error(`No article: ${unknown.join(', ')}. Articles are content/lessons/NN-slug/{pl,en,zh-cn}.mdx.`);
  process.exit(1);
}
for (const { id, file } of every) {
  if (wanted.length > 0 && !wanted.includes(file)) continue;
  const text = readFileSync(file, 'utf8');
  if (!/^factsHash:/m.test(text))
    console.error(`${file}: its front matter has no line "factsHash:" to fill in.`);
  const accepted = text.replace(/^factsHash:.*$/m, `factsHash: ${factsHash(id)}`);
  if (accepted === text) continue;
  writeFileSync(file, accepted);
  console.log(`${file}: ${factsHash(id)}`);
}
