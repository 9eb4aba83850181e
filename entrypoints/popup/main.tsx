import { mount } from '@/ui/mount';
import { PopupScreen } from '@/ui/popup/PopupScreen';

mount(<PopupScreen />);
