import { mount } from '@/ui/mount';
import { TaskScreen } from '@/ui/task/TaskScreen';

mount(<TaskScreen />);
