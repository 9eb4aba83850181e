import { mount } from '@/ui/mount';
import { UnlockScreen } from '@/ui/unlock/UnlockScreen';

mount(<UnlockScreen />);
