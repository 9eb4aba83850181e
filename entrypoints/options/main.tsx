import { recipes } from '@/recipes/index';
import { mount } from '@/ui/mount';
import { OptionsScreen } from '@/ui/options/OptionsScreen';

mount(<OptionsScreen appNames={new Map(recipes.map(({ id, name }) => [id, name]))} />);
