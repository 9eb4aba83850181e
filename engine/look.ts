/** Reads a recognised form into plain data, without any secret. */
import type { PageLook, Recognition } from './model';

export function look(recognition: Recognition, url: URL): PageLook {
  const { recipe, form, basePath } = recognition;
  return { app: recipe.id, form: form.id, origin: url.origin, basePath, readings: [], callbacks: [] };
}
