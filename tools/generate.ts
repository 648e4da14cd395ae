import { generatedFiles } from "./generate/files";
import { outdated, write } from "./generate/GeneratedFile";

// `npm run generate`: writes what is made from the property tables: the SDK's declarations and the reference tables of docs/.

void generatedFiles().then((files) => write(outdated(files)));
