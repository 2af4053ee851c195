/** The model that ships, trained on all pairs by `npm run train`. */
import table from './weights.json' with { type: 'json' };
import { parseModel, type Model, type ModelTable } from './model.ts';

export const shippedModel: Model = parseModel(table as unknown as ModelTable);
