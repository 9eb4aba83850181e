/** The list of recipes, one import line per app, in alphabetical order. */
import espocrm from './apps/espocrm';
import openlane from './apps/openlane';
import palmr from './apps/palmr';
import personio from './apps/personio';
import portainer from './apps/portainer';
import type { Recipe } from './schema';

export const recipes: readonly Recipe[] = [espocrm, openlane, palmr, personio, portainer];
