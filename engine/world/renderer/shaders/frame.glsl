// Everything that is the same for all pixels of a frame; packed by lens.py in this order.
layout(std140) uniform Frame {
    mat4 view;
    mat4 projection;
    mat4 camera;            // camera to world
    mat4 later;             // world to clip space of a later moment
    mat4 shadow[6];         // world to shadow map: the sun's near and far map, then the lamps'
    vec4 eye;               // camera position, shot time in s
    vec4 screen;            // width, height, 1/width, 1/height
    vec4 lens;              // tan of half the angle in x and y, focus distance (0: all sharp), grain seed
    vec4 optics;            // jitter x and y (clip space); blur disc in heights per 1/m off the focus; seconds the shutter is open
    vec4 sun_direction;     // towards the sun; w: 1 by night (it is the moon)
    vec4 sun_color;         // w: wetness
    vec4 sky_top;           // w: clouds
    vec4 sky_horizon;       // w: stars
    vec4 ground_color;      // w: ambient
    vec4 fog_color;         // w: density per m
    vec4 weather;           // rain, snow, wind x, wind z
    vec4 tone;              // exposure, indoors, number of lamps, lamps with shadows
    vec4 cascade;           // texel size in m near, far; 1/atlas width, 1/atlas height
    vec4 lamp_position[8];  // w: reach in m
    vec4 lamp_color[8];
};
// From the eye through a place of the picture, 1 m deep.
vec3 ray_through(vec2 at) { return mat3(camera) * vec3((at * 2.0 - 1.0 - optics.xy) * lens.xy, -1.0); }
// Where on the picture a world point is seen; z: its depth in m.
vec3 seen_at_place(vec3 world) {
    vec4 seen = view * vec4(world, 1.0);
    return vec3((seen.xy / (-seen.z * lens.xy) + optics.xy) * 0.5 + 0.5, -seen.z);
}
