// Everything that is the same for all pixels of a frame; packed by frame_block.py in this order.
layout(std140) uniform Frame {
    mat4 view;
    mat4 projection;
    mat4 camera;            // camera to world
    mat4 shadow[2];         // world to shadow map, near and far cascade
    vec4 eye;               // camera position, shot time in s
    vec4 screen;            // width, height, 1/width, 1/height
    vec4 lens;              // tan of half the angle in x and y, focus distance (0: all sharp), grain seed
    vec4 sun_direction;     // towards the sun; w: 1 by night (it is the moon)
    vec4 sun_color;         // w: wetness
    vec4 sky_top;           // w: clouds
    vec4 sky_horizon;       // w: stars
    vec4 ground_color;      // w: ambient
    vec4 fog_color;         // w: density per m
    vec4 weather;           // rain, snow, wind x, wind z
    vec4 tone;              // exposure, indoors, number of lamps, lamp shadow (1: far cascade is the lamp's)
    vec4 cascade;           // texel size in m near, far; 1/atlas width, 1/atlas height
    vec4 lamp_position[8];  // w: reach in m
    vec4 lamp_color[8];
};
